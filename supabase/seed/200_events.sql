-- Events of the demo organisation, with dates counted from today in its own zone.
select public.create_event(
  jsonb_build_object(
    'slug', slug, 'title', title, 'summary', summary, 'description', description, 'kind', kind,
    'audience', audience, 'format', format,
    'startsAt', (current_date + in_days + at_time) at time zone 'America/Denver',
    'endsAt', (current_date + in_days + at_time + lasts) at time zone 'America/Denver',
    'timeZone', 'America/Denver', 'placeName', place, 'address', address,
    'capacity', capacity, 'maxPartySize', party,
    'rsvpClosesAt', (current_date + in_days + at_time - interval '1 hour') at time zone 'America/Denver',
    'asksConduct', conduct, 'status', status
  ),
  private_details
)
from (
  values
    ('long-table', 'The long table', 'Soup, bread, and whoever comes. The longest-running evening we have.',
     E'We cook one big pot and set the long table. You can come straight from work, and you can come without a word to say.\n\nChildren are welcome; there is a box of crayons older than most of them.',
     'social', 'alumni-and-guests', 'in-person', 2, time '18:00', interval '2 hours', 'Juniper Hollow, the big kitchen', '418 Cottonwood Lane, Alder Springs', 24, 4, false, 'published', '{}'::jsonb),
    ('creek-walk', 'Winter walk along the creek', 'An easy hour on the gravel path, with a thermos at the turn.',
     E'We walk at the pace of the slowest shoe. The path is level and wide; two benches on the way.\n\nDogs who like people are welcome.',
     'outdoors', 'alumni-and-guests', 'in-person', 5, time '10:00', interval '90 minutes', 'Footbridge at Mill Street', 'Mill Street, Alder Springs', 18, 3, false, 'published', '{}'::jsonb),
    ('sleep-workshop', 'Sleep, when it will not come', 'What helps in the first months, with a nurse who has heard every story.',
     E'Months of poor sleep are common after treatment, and they do pass. We go through what is worth trying, and in what order.\n\nBring your questions; write them down if you like, and we read them out without names.',
     'workshop', 'alumni', 'online', 6, time '19:00', interval '75 minutes', null, null, 40, 1, true, 'published',
     '{"joinUrl": "https://meet.example/winter-sleep", "arrivalNotes": "The room opens 15 minutes early. Camera off is fine."}'::jsonb),
    ('family-evening', 'An evening for families', 'For the people at home: what helps, what does not, and who looks after you.',
     E'One hour with a counselor, one hour with each other. You do not need to bring anybody, and nobody asks who you belong to.',
     'family', 'family', 'in-person', 9, time '18:30', interval '2 hours', 'Alder Springs Library, Room B', '200 Main Street, Alder Springs', 20, 4, false, 'published', '{}'::jsonb),
    ('garden-day', 'Wrapping the fruit trees', 'Two hours in the orchard before the hard frost. Gloves are here.',
     E'We wrap trunks, rake leaves, and light the fire barrel at the end. Work at your own pace; sitting by the fire counts.',
     'service', 'alumni-and-guests', 'in-person', 12, time '09:30', interval '2 hours 30 minutes', 'Juniper Hollow, the orchard', '418 Cottonwood Lane, Alder Springs', 30, 5, false, 'published', '{}'::jsonb),
    ('open-fire', 'Potluck and open fire', 'Bring a dish or just yourself. Stories after dark, for those who want them.',
     E'Doors at five, plates at six, fire at seven. There is always too much food.\n\nRides home from the bus stop until half past nine.',
     'social', 'alumni-and-guests', 'in-person', 13, time '17:00', interval '4 hours', 'Juniper Hollow, the big kitchen', '418 Cottonwood Lane, Alder Springs', 40, 6, true, 'published', '{}'::jsonb),
    ('kitchen-at-sams', 'Supper in Sam''s kitchen', 'Eight chairs, one pot of chili, a real home.',
     E'Sam has opened this kitchen every month for six years. The address comes with your yes.\n\nCat in the house. Two steps at the door; tell us if that is in the way.',
     'social', 'alumni', 'in-person', 14, time '18:30', interval '2 hours', 'A home near Mill Street', null, 8, 2, true, 'published',
     '{"address": "77 Larkspur Court, Alder Springs", "arrivalNotes": "Park on the street; come in through the side door."}'::jsonb),
    ('resume-workshop', 'Gaps in a résumé', 'How to talk about the time away, with somebody who hires people.',
     E'We look at three ways to say it, practice out loud, and you leave with one page.\n\nBring what you have, on paper or on a phone.',
     'workshop', 'alumni', 'hybrid', 17, time '18:00', interval '90 minutes', 'Alder Springs Library, Room B', '200 Main Street, Alder Springs', 25, 1, false, 'published',
     '{"joinUrl": "https://meet.example/resume-gaps"}'::jsonb),
    ('skating', 'Skating under lights', 'The town rink, one hour to ourselves. Skates can be borrowed.',
     E'For wobbly ankles there are chairs to push. Hot chocolate afterwards.',
     'outdoors', 'alumni-and-guests', 'in-person', 20, time '19:00', interval '1 hour', 'Town rink', 'Depot Road, Alder Springs', 35, 5, false, 'published', '{}'::jsonb),
    ('night-before', 'The night before the holiday', 'An online room, open late, for the evening that can be long.',
     E'Come for five minutes or for all of it. Somebody from our staff and two alumni keep the room.\n\nNo topic, no turns. Bring your knitting.',
     'social', 'alumni', 'online', 31, time '20:00', interval '4 hours', null, null, null, 1, false, 'published',
     '{"joinUrl": "https://meet.example/night-before"}'::jsonb),
    ('new-year-breakfast', 'New year''s breakfast', 'Pancakes from eight. The first morning, together.',
     E'Come in your slippers if you like. Children''s table, quiet table, loud table.',
     'celebration', 'everyone', 'in-person', 40, time '08:00', interval '3 hours', 'Juniper Hollow, the big kitchen', '418 Cottonwood Lane, Alder Springs', 60, 6, false, 'published', '{}'::jsonb),
    ('mentors-evening', 'Thinking about mentoring?', 'What mentors do, what they do not do, and how we look after them.',
     E'One hour, no promise asked. Three mentors tell how it is, and you can ask them anything.',
     'workshop', 'alumni', 'hybrid', 44, time '18:30', interval '1 hour', 'Juniper Hollow, front porch room', '418 Cottonwood Lane, Alder Springs', 20, 1, false, 'published',
     '{"joinUrl": "https://meet.example/mentors-evening"}'::jsonb),
    ('drum-circle', 'Drumming in the barn', 'Loud, warm, no skill needed.',
     E'The drums are here. Ear plugs too.',
     'social', 'alumni-and-guests', 'in-person', 27, time '19:30', interval '90 minutes', 'Juniper Hollow, the barn', '418 Cottonwood Lane, Alder Springs', 16, 2, false, 'cancelled', '{}'::jsonb),
    ('renewal-day', 'Renewal day', 'A whole day together: sessions in the morning, the hills in the afternoon.',
     E'Breakfast, two sessions of your choice, a long walk or a long nap, supper.\n\nThe day is free. If money for the bus is in the way, call us.',
     'celebration', 'alumni-and-guests', 'in-person', 55, time '09:00', interval '10 hours', 'Juniper Hollow', '418 Cottonwood Lane, Alder Springs', 80, 4, true, 'published', '{}'::jsonb),
    ('harvest-supper', 'Harvest supper', 'Squash in nine ways, and a pie contest nobody lost.',
     E'Sixty people, eleven pies.',
     'celebration', 'everyone', 'in-person', -22, time '17:00', interval '3 hours', 'Juniper Hollow, the big kitchen', '418 Cottonwood Lane, Alder Springs', 60, 6, false, 'published', '{}'::jsonb),
    ('coping-workshop', 'Payday, planned', 'A workshop on the two days a month that are hardest.',
     E'We drew our own payday plans and traded ideas.',
     'workshop', 'alumni', 'in-person', -9, time '18:00', interval '90 minutes', 'Alder Springs Library, Room B', '200 Main Street, Alder Springs', 20, 1, false, 'published', '{}'::jsonb),
    ('autumn-walk', 'Autumn walk to the overlook', 'Gold leaves, cold hands, good company.',
     E'Fourteen people and three dogs.',
     'outdoors', 'alumni-and-guests', 'in-person', -30, time '10:00', interval '2 hours', 'Trailhead at Quarry Road', 'Quarry Road, Alder Springs', 18, 3, false, 'published', '{}'::jsonb)
) as seeded (
  slug, title, summary, description, kind, audience, format, in_days, at_time, lasts, place, address,
  capacity, party, conduct, status, private_details
)
where not exists (select from public.events);

-- Some have answered already, so that a small supper is full and another nearly so. Replies to events
-- that are over were deleted, as they would be.
do $$
declare
  guest integer;
begin
  if exists (select from public.rsvps) then
    return;
  end if;
  for guest in 1..5 loop
    perform public.create_rsvp(
      p_event => 'kitchen-at-sams', p_name => 'Guest ' || guest, p_party_size => 1 + guest % 2,
      p_email => 'guest' || guest || '@example.org', p_conduct_version => '2026-11'
    );
  end loop;
  for guest in 1..6 loop
    perform public.create_rsvp(
      p_event => 'creek-walk', p_name => 'Guest ' || guest, p_party_size => 2, p_email => 'guest' || guest || '@example.org'
    );
  end loop;
  -- made-up people get no mail
  update public.outbox set status = 'dropped', finished_at = now() where status = 'queued';
end
$$;
