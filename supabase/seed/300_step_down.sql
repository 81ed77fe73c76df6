-- Programs of the demo organisation, at least one of each level, and their cohorts, with starts counted from
-- today. Outpatient care has none, so that a level without a date can be looked at too.
insert into public.programs (slug, title, level, summary, week, sort, status) values
  ('bridge', 'The bridge: days with us, nights at home', 'php',
   'For the first weeks after living in. Groups, your own counselor, lunch together, and a nurse in the house by day.',
   'Five days, twenty-five hours', 1, 'published'),
  ('mornings', 'Daytime intensive outpatient', 'iop-day',
   'The same program in the mornings, with a quiet room and lunch. Children''s hours can be planned around it.',
   'Four mornings, twelve hours', 2, 'published'),
  ('evenings', 'Evening intensive outpatient', 'iop-evening',
   'Group and one-to-one sessions three evenings a week, so days stay free for work, school or family.',
   'Three evenings, nine hours', 3, 'published'),
  ('weekends', 'Weekend intensive outpatient', 'iop-weekend',
   'Saturday and Sunday with lunch in the garden room, and a call on Wednesdays. For long work weeks and long roads.',
   'Two days, nine hours', 4, 'published'),
  ('from-home', 'Evenings by video', 'iop-virtual',
   'A small group on a screen, and your own counselor by phone. We lend a tablet if you need one.',
   'Three evenings, nine hours', 5, 'published'),
  ('weekly-visits', 'Weekly visits', 'outpatient',
   'An hour with your own counselor and, if you like, a small group. Days and times are agreed with you.',
   'One or two visits', 6, 'published'),
  ('circle', 'Continuing care group', 'continuing-care',
   'One evening a week with the same eight to twelve people. Bring what the week brought; leave with one plan.',
   'One evening, two hours', 7, 'published'),
  ('walking-beside', 'Alumni mentoring', 'mentoring',
   'Somebody who has been home a while walks beside you for twelve weeks: a call, a coffee, a meeting together.',
   'About one hour a week', 8, 'published'),
  ('kitchen-table', 'The kitchen table', 'family-group',
   'For parents, partners and friends, with a family counselor and a pot of soup. Come alone or together.',
   'One evening, an hour and a half', 9, 'published')
on conflict (slug) do nothing;

select public.create_cohort(cohort || '{"timeZone": "America/Denver", "status": "open"}')
from (
  values
    ('bridge', 'bridge-alder', 3, 24, '[1, 2, 3, 4, 5]', '09:00', '14:00', 'in-person', 'Juniper Hollow, Room 4', 'en', 'Ines, nurse', 14),
    ('evenings', 'evenings-aspen', 9, 63, '[1, 2, 4]', '17:30', '20:30', 'in-person', 'Juniper Hollow, Room 2', 'en', 'Dana, counselor', 12),
    ('evenings', 'evenings-birch', 16, 70, '[1, 3, 4]', '18:00', '21:00', 'online', null, 'en', 'Marcus, counselor', 10),
    ('evenings', 'evenings-cedro', 23, 77, '[2, 3, 4]', '17:30', '20:30', 'in-person', 'Juniper Hollow, Room 3', 'es', 'Lucía, counselor', 10),
    ('mornings', 'mornings-dogwood', 5, 47, '[1, 2, 4, 5]', '09:30', '12:30', 'in-person', 'Juniper Hollow, Room 1', 'en', 'Priya, counselor', 12),
    ('mornings', 'mornings-elm', 33, 75, '[1, 2, 4, 5]', '09:30', '12:30', 'hybrid', 'Juniper Hollow, Room 1', 'en', 'Priya, counselor', 12),
    ('weekends', 'weekends-maple', 8, 64, '[6, 0]', '09:00', '13:30', 'in-person', 'Juniper Hollow, garden room', 'en', 'Wes, counselor', 10),
    ('from-home', 'from-home-poplar', 11, 67, '[1, 3, 4]', '18:00', '21:00', 'online', null, 'en', 'Amara, counselor', 10),
    ('from-home', 'from-home-olmo', 40, 96, '[1, 2, 4]', '13:00', '16:00', 'online', null, 'es', 'Lucía, counselor', 10),
    ('circle', 'circle-fir', 4, null, '[2]', '18:30', '20:30', 'in-person', 'Alder Springs Library, Room B', 'en', 'Theo, counselor', 12),
    ('circle', 'circle-hazel', 6, null, '[4]', '19:00', '21:00', 'online', null, 'en', 'Renee, counselor', 12),
    ('kitchen-table', 'kitchen-table-pine', 7, null, '[4]', '18:00', '19:30', 'hybrid', 'Alder Springs Library, Room A', 'en', 'Ruth, family counselor', 16),
    ('walking-beside', 'walking-beside-juniper', 14, 98, '[3]', '18:00', '19:00', 'hybrid', 'Juniper Hollow, front porch room', 'en', 'Sam, alumni coordinator', 8)
) as seeded (program, slug, starts_in, ends_in, weekdays, start_time, end_time, format, place, language, led_by, seats),
-- the first day of the week on which the cohort meets, on or after that many days from now
lateral (
  select current_date + starts_in + ((weekdays::jsonb ->> 0)::integer - extract(dow from current_date + starts_in)::integer + 7) % 7
) as first_day (starts_on),
lateral jsonb_build_object(
  'program', program, 'slug', slug,
  'startsOn', starts_on, 'endsOn', starts_on + (ends_in - starts_in),
  'weekdays', weekdays::jsonb, 'startTime', start_time, 'endTime', end_time, 'format', format,
  'placeName', place, 'language', language, 'ledBy', led_by, 'seats', seats
) as cohort
where not exists (select from public.cohorts);

-- One group is full, with two waiting: nobody by name, only seats.
insert into public.places (pool_id, party_size, status)
select pool_id, 1, case when seat <= 10 then 'held' else 'waiting' end
from public.cohorts, generate_series(1, 12) as seat
where slug = 'weekends-maple' and not exists (select from public.places where places.pool_id = cohorts.pool_id);
