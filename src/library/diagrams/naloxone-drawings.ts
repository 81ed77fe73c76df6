/** What each step with naloxone looks like: a person who needs help, drawn hollow, and one who helps, drawn solid. */

interface Figure {
  /** The middle of the head; none where only a hand is seen. */
  head?: [x: number, y: number];
  limbs: string;
}

export interface Drawing {
  title: string;
  /** For whoever cannot see it. */
  description: string;
  helper?: Figure;
  person?: Figure;
  /** Outlines, filled with the ground. */
  shapes?: string;
  /** What is lit. */
  lit?: string;
  /** Thin strokes over all: voices, breath, movement. */
  lines?: string;
  /** Shows the number of emergency services. */
  number?: [x: number, y: number];
}

const onTheBack: Figure = {
  head: [58, 138],
  limbs: 'M86 142H186M98 146l36 8M186 140l42-18 26 32M186 146l96 8',
};
const onTheSide: Figure = {
  head: [62, 124],
  limbs: 'M88 132l92 10M92 134l38 20-56-4M180 140l40-22 36 32M180 146l104 8',
};
const headBack =
  'M318 116c-38-12-78-8-102 4-10 4-18 0-20-12-2-14 4-26-4-34-4-6-12-6-15-2-3-7-9-7-11 0-3-7-9-6-11 0-3-4-6-4-8-3 2-10-2-22-10-26-8 2-14 16-24 22-14 0-34 2-50 16-24 22-22 58 2 76 18 14 46 14 68-4 16-12 50-12 80-2 38 12 76 16 105 18';

export const drawings = {
  check: {
    title: 'Check, and shout',
    description:
      'A helper kneels beside a person who lies on the floor, shakes their shoulder and calls out.',
    helper: { head: [136, 40], limbs: 'M140 70l32 42-24 42h50M140 76l-34 22-18 32' },
    person: onTheBack,
    lines: 'M112 50l-16 8M108 38l-18-2M116 62l-10 14',
  },
  call: {
    title: 'Call for help',
    description: 'A phone lies ready with the number of emergency services on it, and its loudspeaker on.',
    shapes: 'M118 18h84q10 0 10 10v126q0 10-10 10h-84q-10 0-10-10V28q0-10 10-10z',
    lines: 'M146 32h28M90 66q-12 26 0 52M72 54q-20 38 0 76M230 66q12 26 0 52M248 54q20 38 0 76',
    lit: 'M146 140a14 14 0 0 1 28 0 14 14 0 0 1-28 0z',
    number: [160, 100],
  },
  spray: {
    title: 'Head back, spray in the nose',
    description:
      'The person lies on their back. One hand under the neck lets the head tip back. The other puts the tip of the spray into one side of the nose, with the thumb on the button.',
    helper: { limbs: 'M316 50l-64-32-54-4M250 164l-52-2-42 0' },
    shapes: headBack,
    lit: 'M146 62l6 5 22-23 13 10 5-7-11-7 13-17-18-13-12 17-11-7-5 7 13 10z',
  },
  breathe: {
    title: 'Breathe for them',
    description:
      'The helper kneels at the head, tips it back, pinches the nose and breathes into the mouth. The chest rises.',
    helper: { head: [68, 106], limbs: 'M98 92l78 4-22 54h50M104 96l-10 24-22 6' },
    person: onTheBack,
    lines: 'M112 128q20-12 40 0M118 118q14-8 28 0',
  },
  side: {
    title: 'Roll them on their side',
    description:
      'The person lies on their side. The upper knee is bent and rests on the floor. The upper hand lies under the cheek, and the mouth points down.',
    person: onTheSide,
    lines: 'M96 92q40-40 92-8M190 66l0 20-20-2',
  },
  stay: {
    title: 'Stay',
    description: 'The person lies on their side. The helper sits with them, one hand on their shoulder.',
    helper: { head: [186, 40], limbs: 'M188 72l8 60 40-26 14 46M186 78l-36 20-40 28' },
    person: onTheSide,
    lit: 'M284 40l8-24h18l8 24z',
    lines: 'M301 40v130',
  },
} as const satisfies Record<string, Drawing>;

export type DrawingId = keyof typeof drawings;
