-- Groups of the demo organisation that do not meet every week, and dates that are not as usual, counted
-- from today in its own zone. Next week always has one that is closed and one that is moved.

with clock as (
  select (now() at time zone 'America/Denver')::date as today
)
insert into public.meetings (
  slug, day, start_time, end_time, time_zone, name, fellowship, mode, location, address, region,
  join_url, join_notes, join_after_press, notes, types, alumni_only, facilitator_first_name,
  every_weeks, weeks_of_month, months, first_on, last_on, confirmed_at
)
select
  slug, day, start_time::time, end_time::time, 'America/Denver', name, 'alumni', mode, location, address, 'Alder Springs',
  join_url, join_notes, join_url is not null, notes, types::text[], alumni_only, facilitator,
  every_weeks, weeks_of_month::smallint[], months::smallint[],
  -- the first of that weekday in the week that begins so many days from now
  monday + begins + (day + 6) % 7,
  monday + begins + (day + 6) % 7 + 7 * (lasts_weeks - 1),
  today - interval '3 days'
from clock, lateral (select today - (extract(isodow from today)::int - 1)) as week (monday), (
  values
    ('alumni-book-table', 2::smallint, '19:00', '20:30', 'Book table', 'hybrid',
     'Alder Springs Library, Room B', '20 Depot Street, Alder Springs, CO 80000',
     'https://zoom.us/j/0000000018', 'Passcode: 000000',
     'One short book at a time, read out loud. Come without having read it.', '{discussion,wheelchair-access}', false, 'Imani',
     2::smallint, null, null, -49, null::int),
    ('alumni-money-evening', 2::smallint, '18:00', '19:00', 'Money evening', 'in-person',
     'Foothill Community Clinic, conference room', '340 Foothill Avenue, Alder Springs, CO 80000',
     null, null,
     'Bills, debts and a plan for the month. Bring the envelope you have not opened.', '{newcomer,wheelchair-access}', true, 'Marcus',
     null, '{2,4}', null, null, null),
    ('alumni-film-night', 5::smallint, '20:30', '23:00', 'Film night', 'in-person',
     'Grange Hall', '1105 Orchard Road, Alder Springs, CO 80000',
     null, null,
     'Nothing sad in December. Popcorn is here.', '{child-friendly}', false, 'Theo',
     null, '{-1}', null, null, null),
    ('alumni-evening-paddle', 3::smallint, '18:30', '20:30', 'Evening paddle', 'in-person',
     'Millpond boathouse', '3 Millpond Lane, Alder Springs, CO 80000',
     null, null,
     'Canoes and life vests are here. Calm water, no hurry.', '{outdoor}', false, 'Sam',
     null, null, '{6,7,8}', null, null),
    ('alumni-winter-soup', 1::smallint, '12:00', '13:00', 'Winter soup', 'in-person',
     'Juniper Hollow, front porch room', '418 Cottonwood Lane, Alder Springs, CO 80000',
     null, null,
     'A bowl and a chair through the cold months.', '{child-friendly,wheelchair-access}', false, 'Renee',
     null, null, '{11,12,1,2,3}', null, null),
    ('alumni-sleep-course', 4::smallint, '17:00', '18:15', 'Better sleep, in eight evenings', 'in-person',
     'Northside Recreation Center, quiet room', '612 Juniper Street, Alder Springs, CO 80000',
     null, null,
     'Each evening stands by itself; come to one or to all.', '{newcomer,wheelchair-access}', true, 'Priya',
     null, null, null, -14, 8)
) as seeded (
  slug, day, start_time, end_time, name, mode, location, address, join_url, join_notes, notes, types, alumni_only, facilitator,
  every_weeks, weeks_of_month, months, begins, lasts_weeks
)
on conflict do nothing;

-- One date in the week from tomorrow on that is closed, and one that is moved to the day after.
insert into public.meeting_exceptions (meeting_id, on_date, moved_to, moved_start, moved_end, moved_location, note)
select
  meeting.id, coming.date,
  case when seeded.place is not null then coming.date + 1 end, seeded.start_time::time, seeded.end_time::time, seeded.place, seeded.note
from (
  values
    ('alumni-tuesday-walk', null, null, null, 'The footbridge is being mended'),
    ('alumni-family-evening', '18:00', '19:30', 'Alder Springs Library, Room B', 'The porch room is being painted')
) as seeded (slug, start_time, end_time, place, note)
join public.meetings meeting using (slug),
lateral (select (now() at time zone 'America/Denver')::date as today) as clock,
lateral (select today + 1 + (meeting.day - extract(dow from today)::int + 6) % 7 as date) as coming
where not exists (
  select from public.meeting_exceptions earlier where earlier.meeting_id = meeting.id and earlier.on_date > today
)
on conflict do nothing;

-- The house is closed on the holidays to come; the phone line and what meets elsewhere go on.
insert into public.meeting_exceptions (meeting_id, on_date, note)
select meeting.id, holiday.date, holiday.note
from (select (now() at time zone 'America/Denver')::date as today) as clock,
lateral (
  select make_date((extract(year from today) + (today > make_date(extract(year from today)::int, 12, 25))::int)::int, 12, day) as date, note
  from (values (24, 'The house is closed on December 24'), (25, 'The house is closed on December 25')) as december (day, note)
) as holiday
join public.meetings meeting on meeting.day = extract(dow from holiday.date)
where meeting.source_id is null and meeting.mode <> 'paused' and meeting.location like 'Juniper Hollow,%'
on conflict do nothing;
