-- Where the made-up town would lie: open hills in Colorado, where none of these addresses is.

update public.meetings
set latitude = placed.latitude, longitude = placed.longitude
from (
  values
    ('418 Cottonwood Lane', 40.3702, -105.1988),
    ('1 River Walk', 40.3655, -105.2051),
    ('612 Juniper Street', 40.3731, -105.2093),
    ('77 Willow Street', 40.3768, -105.2015),
    ('340 Foothill Avenue', 40.3689, -105.2204),
    ('20 Depot Street', 40.3719, -105.2039),
    ('1105 Orchard Road', 40.3594, -105.1871),
    ('9 Main Street', 40.4421, -105.2764)
) as placed (street, latitude, longitude)
where meetings.latitude is null and starts_with(meetings.address, placed.street || ', ');
