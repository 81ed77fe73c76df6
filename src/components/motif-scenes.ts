/** The valley at dusk, seen from another place in each part of the site: paths in a box of 1440 by 240. */
export type Scene =
  | 'home'
  | 'library'
  | 'tools'
  | 'meetings'
  | 'events'
  | 'step-down'
  | 'help'
  | 'family'
  | 'resources'
  | 'about';

export const motifBox = { width: 1440, height: 240 };

export interface MotifPaths {
  far: string;
  mid: string;
  near: string;
  /** What is lit. */
  lit: string;
  water?: string;
  trail?: string;
  /** To be stroked, all others are filled. */
  line?: string;
}

const tree = (x: number, y: number, size: number) =>
  `M${x} ${y}v${-size * 0.2}q${-size * 0.36} ${-size * 0.06} ${-size * 0.26} ${-size * 0.34}q${-size * 0.02} ${-size * 0.3} ${size * 0.27} ${-size * 0.5}q${size * 0.28} ${size * 0.22} ${size * 0.25} ${size * 0.5}q${size * 0.1} ${size * 0.3} ${-size * 0.2} ${size * 0.34}v${size * 0.2}z`;
const house = (x: number, y: number, w: number) =>
  `M${x} ${y}v${-w * 0.52}l${w / 2} ${-w * 0.4} ${w / 2} ${w * 0.4}v${w * 0.52}z`;
const panes = (x: number, y: number, s: number) =>
  `M${x} ${y}h${s}v${s * 1.2}h${-s}zM${x + s * 1.25} ${y}h${s}v${s * 1.2}h${-s}z`;

/** Hung on the string of the events scene, a part of the way along. */
const lantern = (t: number) =>
  `M${Math.round(506 + 618 * t)} ${Math.round(114 * (1 - t) ** 2 + 428 * t * (1 - t) + 112 * t ** 2 + 3)}a8 10 0 1 0 .1 0z`;
const range = 'M0 240V146c90-34 170-36 262-8s148 26 240-14 178-40 286-4 170 18 262-14 250-40 390 16v118z';
const valley = 'M0 240v-64c130-40 250-34 372-6s236 12 372-20 246-24 352 2 236 18 344-22v110z';
const bank = 'M0 240v-38c210-26 420-20 640 0s500 12 800-14v52z';

const scenes: Record<Scene, Omit<MotifPaths, 'far' | 'mid'> & { mid?: string }> = {
  home: {
    near: `${bank}${house(930, 206, 150)}M1036 118v-28h22v28z${tree(880, 212, 92)}${tree(1130, 210, 120)}${tree(1178, 212, 76)}`,
    lit: `${panes(950, 146, 20)}M1018 206v-42q14-14 28 0v42zM992 112h20v18h-20zM286 62a4 4 0 1 0 .1 0z`,
    water: 'M0 216c180-20 330-18 470-8s150 14 60 20-330 8-530-4z',
    trail: 'M1018 206h28c8 10-30 14-90 18s-150 6-170 16H640c40-22 160-22 250-26s134-4 128-8z',
  },
  library: {
    mid: 'M0 240v-70c200-52 420-66 640-28 120 20 210 30 260 46 50-16 140-26 260-46 120-20 200-14 280 4v94z',
    near: 'M0 240v-34c260-34 560-38 900 14 190-30 360-36 540-22v42zM1094 206v-66h5v66zM1076 142l8-26h26l8 26z',
    lit: 'M1080 142h34l-6 8h-22zM410 58a4 4 0 1 0 .1 0z',
    line: 'M470 178q220-20 380 22M950 200q150-30 300-22M560 162q180-10 290 20M950 182q120-24 220-24',
  },
  // a workbench under a lean-to, with a lamp hung from the beam
  tools: {
    near: `${bank}${tree(560, 212, 104)}M780 212v-92l210-34v10l-204 33v83zM976 212V96h10v116zM806 176h164v10H806zM816 186h8v26h-8zM952 186h8v26h-8z${tree(1080, 210, 84)}`,
    lit: 'M884 124h4v14h-4zM874 154l6-16h12l6 16zM840 176v-14h26v14zM330 64a4 4 0 1 0 .1 0z',
    line: 'M886 104v22',
    trail: 'M640 240c60-20 130-24 200-28h120c-60 8-150 14-200 28z',
  },
  meetings: {
    near: `${bank}${house(420, 208, 74)}${house(640, 210, 96)}${house(850, 212, 80)}${house(1010, 208, 112)}${tree(598, 210, 70)}${tree(958, 212, 84)}${tree(1160, 208, 96)}`,
    lit: `${panes(444, 176, 11)}${panes(668, 168, 16)}${panes(874, 176, 13)}${panes(1038, 160, 19)}`,
    trail: 'M380 240c120-26 300-12 470-18s230-10 250-14h36c0 10-120 18-270 22s-180-2-240 10z',
  },
  events: {
    near: `${bank}${tree(500, 210, 122)}${tree(1130, 208, 118)}${tree(1184, 212, 84)}`,
    lit: [0.14, 0.27, 0.4, 0.53, 0.66, 0.79, 0.91].map(lantern).join(''),
    line: 'M506 114Q815 214 1124 112',
  },
  'step-down': {
    near: `M0 240V136h310q14 0 14 10v14h216q14 0 14 10v14h216q14 0 14 10v12h216q14 0 14 10v6h440v18z${tree(110, 137, 44)}`,
    lit: [
      [272, 137],
      [502, 161],
      [732, 185],
      [962, 207],
    ]
      .map(([x = 0, y = 0]) => `M${x} ${y}v-30h3v30zM${x - 6} ${y - 29}l3-13h9l3 13z`)
      .join(''),
    water: 'M1006 222c120-14 290-14 434-8v26h-400z',
  },
  help: {
    near: `${bank}${house(830, 216, 138)}${tree(790, 216, 92)}${tree(1010, 216, 74)}`,
    lit: 'M878 210v-46q21-24 42 0v46zM920 210l84 30H794l84-30z',
  },
  // two houses across a stream, a light in each, and a way between them
  family: {
    near: `${bank}${house(520, 206, 104)}${house(960, 208, 88)}${tree(480, 208, 84)}${tree(1082, 210, 96)}`,
    lit: `${panes(548, 166, 17)}${panes(984, 172, 14)}M610 206v-28q9-10 18 0v28z`,
    water: 'M742 240c20-18 18-26 60-38h30c-34 14-26 22-30 38z',
    trail: 'M614 206h12c40 12 90 14 150 12s130-2 190-10h12c-60 18-130 20-210 22s-120-4-164-24z',
  },
  resources: {
    near: 'M0 240v-46c160-14 330-14 480 6h40q20-52 110-52t110 52h60q20-52 110-52t110 52h60c120-16 260-16 360-8v48zM440 190q240-92 680 0l-4 6q-240-60-660 0z',
    lit: 'M776 116a6 6 0 1 0 .1 0zM546 132a5 5 0 1 0 .1 0zM1010 132a5 5 0 1 0 .1 0z',
    water: 'M470 212c200-10 470-10 650 0l40 28H440z',
    line: 'M776 128v24M546 142v26M1010 142v26',
  },
  about: {
    near: `${bank}${tree(1010, 210, 120)}M820 208v-22h-6v-5h110v5h-6v22h-5v-22h-88v22zM818 172h102v6H818z`,
    lit: 'M330 58a4 4 0 1 0 .1 0z',
    water: 'M0 216c180-20 330-18 470-8s150 14 60 20-330 8-530-4z',
  },
};

export const motif = (scene: Scene): MotifPaths => ({ far: range, mid: valley, ...scenes[scene] });
