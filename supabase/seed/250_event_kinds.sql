-- Events of the other kinds: a series, a weekend with sessions, a room without RSVP, another time zone.
do $$
declare
  today date := (now() at time zone 'America/Denver')::date;
  -- the Tuesday after next, so that the first dates are ahead
  tuesday date := today + 7 + ((2 - extract(dow from today)::integer + 7) % 7);
  friday date := today + 74 + ((5 - extract(dow from today + 74)::integer + 7) % 7);
  series uuid;
  first uuid;
  weekend uuid;
begin
  if exists (select from public.event_series) then
    return;
  end if;

  insert into public.event_series (title, rule, starts_on, start_time, lasts_minutes, time_zone, except_on, dates_ahead)
  values ('Tuesday supper', 'FREQ=WEEKLY;BYDAY=TU', tuesday, '18:30', 120, 'America/Denver', array[tuesday + 14], 5)
  returning id into series;
  first := public.create_event(jsonb_build_object(
    'slug', 'tuesday-supper-' || to_char(tuesday, 'YYYY-MM-DD'), 'title', 'Tuesday supper',
    'summary', 'Every Tuesday, one pot, one long table. Say which evenings you come.',
    'description', E'Somebody from alumni cooks, everybody washes up. Come to one, or to all of them.\n\nTell us by noon, so that the pot is the right size.',
    'kind', 'social', 'audience', 'alumni-and-guests', 'format', 'in-person',
    'startsAt', (tuesday + time '18:30') at time zone 'America/Denver',
    'endsAt', (tuesday + time '20:30') at time zone 'America/Denver', 'timeZone', 'America/Denver',
    'placeName', 'Juniper Hollow, the big kitchen', 'address', '418 Cottonwood Lane, Alder Springs',
    'capacity', 16, 'maxPartySize', 4, 'rsvpClosesAt', (tuesday + time '12:00') at time zone 'America/Denver',
    'asksChildren', true, 'asksFood', true, 'status', 'published', 'seriesId', series, 'seriesOn', tuesday
  ));
  perform public.add_series_date(
    first, 'tuesday-supper-' || to_char(day, 'YYYY-MM-DD'), day, (day + time '18:30') at time zone 'America/Denver'
  ) from unnest(array[tuesday + 7, tuesday + 21, tuesday + 28, tuesday + 35]) day;
  -- one of them is on the Wednesday, half an hour later
  update public.events set
    starts_at = starts_at + interval '1 day 30 minutes', ends_at = ends_at + interval '1 day 30 minutes',
    rsvp_closes_at = rsvp_closes_at + interval '1 day'
  where series_id = series and series_on = tuesday + 21;

  weekend := public.create_event(jsonb_build_object(
    'slug', 'renewal-weekend', 'title', 'Renewal weekend',
    'summary', 'Friday evening to Sunday noon: sessions, hills, a fire, and two nights under one roof.',
    'description', E'Come for all of it or for the Saturday. Beds are in rooms of two; tell us whom you know.\n\nThe weekend is free. If the bus fare is in the way, call us.',
    'kind', 'celebration', 'audience', 'alumni-and-guests', 'format', 'in-person',
    'startsAt', (friday + time '17:00') at time zone 'America/Denver',
    'endsAt', (friday + 2 + time '12:00') at time zone 'America/Denver', 'timeZone', 'America/Denver',
    'placeName', 'Juniper Hollow', 'address', '418 Cottonwood Lane, Alder Springs',
    'capacity', 48, 'maxPartySize', 4, 'rsvpClosesAt', (friday - 3 + time '18:00') at time zone 'America/Denver',
    'asksConduct', true, 'asksChildren', true, 'asksFood', true, 'confirmWithinHours', 48, 'status', 'published',
    'questions', '[{"id": "nights", "label": "Which nights do you stay?", "kind": "choice", "options": ["Both", "Friday only", "Saturday only", "None"], "required": true},
      {"id": "ride", "label": "Would a ride from the bus station help?", "kind": "yes-no", "required": false}]'::jsonb
  ));
  perform private.save_event_sessions(weekend, jsonb_build_array(
    jsonb_build_object('title', 'A letter to yourself', 'summary', 'Writing, with a cup of tea. Nobody reads it aloud.',
      'startsAt', (friday + 1 + time '09:30') at time zone 'America/Denver', 'endsAt', (friday + 1 + time '11:00') at time zone 'America/Denver',
      'placeName', 'The reading room', 'capacity', 14),
    jsonb_build_object('title', 'Up to the overlook', 'summary', 'Two slow miles, snow shoes if there is snow.',
      'startsAt', (friday + 1 + time '09:30') at time zone 'America/Denver', 'endsAt', (friday + 1 + time '12:00') at time zone 'America/Denver',
      'placeName', 'From the front porch', 'capacity', 20),
    jsonb_build_object('title', 'Cooking for the fire', 'summary', 'Forty people eat what you make.',
      'startsAt', (friday + 1 + time '14:00') at time zone 'America/Denver', 'endsAt', (friday + 1 + time '16:30') at time zone 'America/Denver',
      'placeName', 'The big kitchen', 'capacity', 8)
  ));

  perform public.create_event(jsonb_build_object(
    'slug', 'open-porch', 'title', 'The porch is open',
    'summary', 'Coffee on the front porch, two hours, no plan. Just come by.',
    'description', E'No RSVP, no sign-in. Somebody who has been where you are pours the coffee.',
    'kind', 'social', 'audience', 'everyone', 'format', 'in-person', 'replies', 'drop-in',
    'startsAt', (today + 4 + time '15:00') at time zone 'America/Denver',
    'endsAt', (today + 4 + time '17:00') at time zone 'America/Denver', 'timeZone', 'America/Denver',
    'placeName', 'Juniper Hollow, front porch room', 'address', '418 Cottonwood Lane, Alder Springs',
    'rsvpClosesAt', (today + 4 + time '17:00') at time zone 'America/Denver', 'status', 'published'
  ));

  perform public.create_event(
    jsonb_build_object(
      'slug', 'far-from-home', 'title', 'Far from home',
      'summary', 'For alumni who moved away: an hour online, kept by two of you on the East Coast.',
      'description', E'Time is Eastern: two hours later than at the house.\n\nCome to hear the creek in the background.',
      'kind', 'social', 'audience', 'alumni', 'format', 'online',
      'startsAt', (today + 8 + time '20:00') at time zone 'America/New_York',
      'endsAt', (today + 8 + time '21:00') at time zone 'America/New_York', 'timeZone', 'America/New_York',
      'capacity', 30, 'rsvpClosesAt', (today + 8 + time '19:30') at time zone 'America/New_York',
      'remindsTwoHours', true, 'status', 'published'
    ),
    '{"joinUrl": "https://meet.example/far-from-home"}'
  );
end
$$;
