-- Resources of the demo organisation's city: places and people are made up, and numbers lead nowhere.
insert into public.resources (slug, title, summary, body, topics, language, status, published_at, review_by)
select slug, title, summary, body, array[topic], language, 'published', now(), current_date + 180
from (
  values
    (
      'sober-living-in-alder-springs',
      'Recovery homes in Alder Springs',
      'Three kinds of shared homes, what they cost, and what to ask before you say yes.',
      $body$A recovery home is a shared house where nobody drinks or uses, and where neighbours look out for each other. Some people stay a month, some stay two years.

## Three kinds you will find here

| Kind | Who runs it | A usual week |
| --- | --- | --- |
| Peer-run | The people who live there vote on everything | House meeting, shared chores, rent by the week |
| With a house manager | A person who lives in | Curfew for the first month, check-ins |
| With services | A program next door | Groups, rides, help with papers |

## What to ask on a visit

- Are people who take prescribed medication, such as buprenorphine or methadone, welcome here? A yes is the answer to look for.
- What happens if somebody returns to use? Look for a plan that keeps people safe and does not put them on the street at night.
- What does the first month cost in all, with the deposit?
- Who holds the lease, and can I see it before I pay?
- May I speak with somebody who lives here?

## Help with the first month

The Cottonwood Housing Fund at City Hall, second floor, can pay a deposit once a year. Bring a letter from the home and anything that shows your income, even if it is zero. Walk-in hours are Tuesday and Thursday mornings.$body$,
      'housing', 'en'
    ),
    (
      'keeping-your-apartment',
      'Keeping your apartment after time away',
      'If rent piled up while you were in treatment, these are the steps that most often keep the keys.',
      $body$Many people come home to a stack of envelopes. Opening them with somebody beside you makes it smaller.

1. **Put the papers in order of date.** A notice from the court comes first. It has a date on it that counts.
2. **Write to the landlord.** Say when you are back and what you can pay this month. You do not have to say where you were.
3. **Ask for a payment plan in writing.** Small and certain is better than large and late.
4. **See the tenant help desk.** It is in the basement of the Alder Springs Library on Monday and Wednesday evenings. It is free, and they go to court with you if it comes to that.

Rent help from the county takes two to four weeks to arrive. Ask early, even if you are not sure you qualify.$body$,
      'housing', 'en'
    ),
    (
      'back-to-work',
      'Going back to work, or finding new work',
      'What you may ask for, what you may keep to yourself, and who hires.',
      $body$You decide what you tell an employer. “I was away for a health matter and I am ready to come back” is a full sentence.

## Time for groups

Evening groups fit around most day jobs. If yours does not, you can ask for a change of shift for treatment, in writing. The Work Desk has a letter to start from.

## The Work Desk

In the Mill Street Job Center, ground floor, weekdays from nine to four. They help with:

- a résumé with a gap in it
- practice interviews, with somebody who has been there
- work clothes and bus passes for the first month
- employers who hire people with a record

## The first weeks

Eat before your shift, not after. Plan the hour after work: it is the one that surprises people. Keep one evening free.$body$,
      'work', 'en'
    ),
    (
      'money-in-the-first-month',
      'Money in the first month',
      'A one-page plan for bills, food and phone until the first paycheck.',
      $body$The first month has a simple aim: a roof, food, a phone that works, and a way to get to your groups.

## This week

- **Food:** The Grange Pantry is open Tuesday from three to six and Saturday from nine to noon. No papers asked.
- **Phone:** The library lends phones with a month of service. Ask at the front desk for “the blue kit”.
- **Bus:** Day passes are free at Juniper Hollow's front desk for people in our groups.

## This month

- Apply for food benefits and health coverage in one visit at the county office on Larch Avenue.
- Call each lender once. Ask for the hardship program. Write down the name and the date.
- If payday worries you, ask for direct deposit to an account that sends a fixed sum to rent first.

## Somebody to sit with you

The Credit Union on Mill Street has a free money coach on Friday mornings. She will not ask why.$body$,
      'money', 'en'
    ),
    (
      'finding-a-doctor',
      'Finding a doctor who is on your side',
      'Clinics in town that welcome people in recovery and continue your medication.',
      $body$A good doctor for you asks before they assume, and knows the medicines you take.

## Clinics that take new patients

- **Larkspur Community Health**, Larch Avenue. Fees by income. Same-week visits. They prescribe buprenorphine and naltrexone.
- **Riverbend Family Practice**, by the old mill. They take most insurance, and have a Spanish-speaking nurse every day.
- **The Night Clinic**, inside the hospital's east door, from six in the evening. For what cannot wait until morning and is no emergency.

## At the first visit

Bring your medicines in their bottles and your discharge papers. You can say: “I am in recovery. Please ask me before prescribing anything that I could come to depend on.” Medication for opioid use disorder is treatment. If a clinic asks you to stop it as a condition, you can look for another one.

## Teeth and eyes

Larkspur has a dental chair on Wednesdays. Ask for the waiting list and the cancellation list: the second one is quicker.$body$,
      'health', 'en'
    ),
    (
      'grupos-para-familias',
      'Grupos para familias, en español',
      'Dos grupos semanales para familiares y amigos, sin costo y sin inscripción.',
      $body$Cuando alguien a quien usted quiere vuelve a casa, usted también necesita con quién hablar.

## Los martes por la tarde

En la Biblioteca de Alder Springs, sala B, de seis a siete y media. Hay cuidado de niños. Guía el grupo Lucía, consejera.

## Los sábados por la mañana

En la parroquia de San Isidro, de diez a once y media. Lo llevan familias que ya pasaron por esto. Hay café y pan dulce.

## Lo que puede esperar

- Nadie le pide su apellido.
- Puede escuchar sin hablar.
- Se habla de lo que usted puede hacer por sí y por su casa, no de culpas.$body$,
      'family', 'es'
    ),
    (
      'clearing-a-record',
      'Sealing or clearing a record',
      'Which records can be sealed, what it costs, and the clinic that does the papers with you.',
      $body$Many old cases can be sealed, so that an employer or a landlord does not see them. It takes time and a few forms. Help is free.

## What can often be sealed

- a case that was dismissed
- a drug possession case, after some years without a new one
- a case that ended with a deferred sentence

## The record clinic

Law students and a lawyer sit in the Alder Springs Library, room A, on the first Thursday of the month, from five to eight. Come with a photo ID. If you have old court papers, bring them. If you do not, they look the case up with you.

## What it costs

The court's fee can be waived. The clinic fills in that form as well. A sealed record usually takes three to five months.$body$,
      'legal', 'en'
    ),
    (
      'things-to-do-on-a-friday-night',
      'Things to do on a Friday night',
      'Places in town that are open late, cost little, and do not turn around a bar.',
      $body$Friday evening is long when the old plan is gone. Some ideas that people from here sent in.

- **Open gym** at the Cottonwood Center, from seven to ten. Basketball on one side, table tennis on the other.
- **Late library.** On Fridays it is open until nine, with board games on the second floor.
- **Board and Bean**, Mill Street. A coffee house with live music and a piano anybody may play.
- **The creek path** has lamps as far as the second bridge. A group walks it at eight, slowly, and stops for cocoa.
- **Cooking night** in our big kitchen, on the last Friday of the month. Come hungry.

Know a place that is missing? Tell us at the next gathering.$body$,
      'community', 'en'
    )
) as seeded (slug, title, summary, body, topic, language)
on conflict (slug) do nothing;

-- One of each other kind, and a pair in both languages.
insert into public.resources (
  slug, kind, title, summary, body, topics, audience, language, pair_id, services, links, status, published_at, review_by
)
select
  slug, kind, title, summary, body, topics, audience, language, pair_id::uuid, services::jsonb, links::jsonb,
  'published', now(), current_date + 120
from (
  values
    (
      'winter-coats-at-the-front-desk', 'announcement',
      'Winter coats at our front desk',
      'A rack of warm coats, free, until they are gone. Nobody asks who it is for.',
      $body$The rack stands by the front door from Monday. Take what fits, and take one for somebody at home.

- **When:** weekdays from nine to five
- **Bring:** nothing
- **To give one:** clean, with a zipper that works, in any size

Gloves and hats are in the basket below.$body$,
      array['community'], 'alumni', 'en', null, '[]', '[]'
    ),
    (
      'food-without-papers', 'services',
      'Food this week, no papers asked',
      'Three places in Alder Springs that give food to everybody who comes.',
      $body$You do not have to show an ID, say where you live, or say why. If a line feels long, go in the last half hour: it is quieter then.$body$,
      array['money', 'community'], 'everyone', 'en', '7e000000-0000-4000-8000-000000000001',
      $list$[
        {"name": "The Grange Pantry", "what": "Groceries for a week, and diapers.", "whoFor": "Everybody", "cost": "Free",
         "phone": "303-555-0161", "hours": "Tuesday 3 to 6, Saturday 9 to noon", "address": "14 Mill Street, side door",
         "link": "https://grange-pantry.example/", "checkedOn": "2026-06-03"},
        {"name": "Saint Isidro's Kitchen", "what": "A warm meal at a table. Seconds are welcome.", "whoFor": "Everybody",
         "cost": "Free", "phone": "303-555-0162", "hours": "Every day, 5 to 6:30", "address": "220 Larch Avenue", "link": "",
         "checkedOn": "2026-06-10"},
        {"name": "Blue Door Market", "what": "Pay what you can for fruit, bread and eggs.", "whoFor": "Everybody in Alder County",
         "cost": "What you can", "phone": "303-555-0163", "hours": "Thursday and Friday, 11 to 7", "address": "3 Station Road",
         "link": "", "checkedOn": "2026-06-10"}
      ]$list$,
      '[{"label": "Alder County: food for everybody", "url": "https://alder-county.example/food"}]'
    ),
    (
      'comida-sin-papeles', 'services',
      'Comida esta semana, sin papeles',
      'Tres lugares en Alder Springs que dan comida a todas las personas que llegan.',
      $body$No tiene que mostrar una identificación, decir dónde vive ni decir por qué viene. Si la fila se ve larga, vaya en la última media hora: hay menos gente.$body$,
      array['money', 'community'], 'everyone', 'es', '7e000000-0000-4000-8000-000000000001',
      $list$[
        {"name": "The Grange Pantry", "what": "Despensa para una semana, y pañales.", "whoFor": "Todas las personas",
         "cost": "Gratis", "phone": "303-555-0161", "hours": "Martes de 3 a 6, sábado de 9 a 12",
         "address": "14 Mill Street, puerta lateral", "link": "https://grange-pantry.example/", "checkedOn": "2026-06-03"},
        {"name": "Comedor de San Isidro", "what": "Un plato caliente en una mesa. Se puede repetir.",
         "whoFor": "Todas las personas", "cost": "Gratis", "phone": "303-555-0162", "hours": "Todos los días, de 5 a 6:30",
         "address": "220 Larch Avenue", "link": "", "checkedOn": "2026-06-10"},
        {"name": "Blue Door Market", "what": "Fruta, pan y huevos; pague lo que pueda.",
         "whoFor": "Todas las personas del condado de Alder", "cost": "Lo que pueda", "phone": "303-555-0163",
         "hours": "Jueves y viernes, de 11 a 7", "address": "3 Station Road", "link": "", "checkedOn": "2026-06-10"}
      ]$list$,
      '[{"label": "Condado de Alder: comida para todas las personas", "url": "https://alder-county.example/food"}]'
    ),
    (
      'my-first-week-on-one-page', 'worksheet',
      'My first week, on one page',
      'A page to print and write on, by yourself or with somebody, before you go home.',
      $body$Write short. One word is enough. You can change all of it later.

## Where I will be this week

---

## Three people I can call

| Name | Number | Good for |
| --- | --- | --- |
| | | |
| | | |
| | | |

## Before I go to bed on the first day

- I ate something warm
- My medication is where I will see it
- I know which meeting is next
- I told one person that I am home

## If it gets hard, I will first

---

## One thing to look forward to

---$body$,
      array['community'], 'first-weeks', 'en', null, '[]', '[]'
    )
) as seeded (slug, kind, title, summary, body, topics, audience, language, pair_id, services, links)
on conflict (slug) do nothing;

-- somebody of the staff wrote them, and somebody read them
update public.resources
set author_name = 'Editor', changed_by_name = 'Coordinator', reviewer_name = 'Coordinator', reviewed_at = now()
where author_name is null and changed_by_name is null;
