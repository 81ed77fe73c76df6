import type { NoteId } from './words.ts';

/** What to ask a program, in the order of a telephone call, and what a good answer has in it. */
export const asked = [
  {
    id: 'license',
    ask: 'Which state office licenses you? Are you accredited, and by whom?',
    listen: 'A name you can look up. The Joint Commission and CARF are two that accredit.',
  },
  {
    id: 'staff',
    ask: 'Who would be my counselor, and what license or certificate do they have?',
    listen: 'A name, letters behind it, and what they mean.',
  },
  {
    id: 'plan',
    ask: 'How do you find out what I need? Who makes the plan with me?',
    listen: 'A full talk first. A plan that is yours, and a day to look at it again.',
  },
  {
    id: 'approach',
    ask: 'How do you work? What if faith or the 12 steps are, or are not, my way?',
    listen: 'A way of working with a name, and room for yours.',
  },
  {
    id: 'medicine',
    ask: 'May I take medicine for recovery, in every group? Who prescribes it?',
    listen: 'Yes, and a name.',
  },
  {
    id: 'mood',
    ask: 'Do you also look at mood, trauma and eating? Is it the same team?',
    listen: 'Together, or who else and how soon.',
  },
  {
    id: 'hours',
    ask: 'Which days and hours? In person or by video? What if I miss a day?',
    listen: 'Hours you can get to on a bad day.',
  },
  {
    id: 'family',
    ask: 'What is there for my family? What do you tell them about me?',
    listen: 'Something for them, and nothing told without your yes.',
  },
  {
    id: 'cost',
    ask: 'What will I pay for each visit? Is there a fee that goes by income?',
    listen: 'A sum in writing before you start.',
  },
  {
    id: 'after',
    ask: 'What happens after the last day? And if I use again?',
    listen: 'A plan, a group, a person who calls. Not a closed door.',
  },
] as const satisfies { id: NoteId; ask: string; listen: string }[];
