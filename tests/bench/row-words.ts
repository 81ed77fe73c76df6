const list = (text: string): string[] => text.split(',').map((word) => word.trim());

/** The words that made-up meetings are put together from. Real feeds draw on the same few hundred. */

export const weekdays = list('Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday');

export const names = list(
  `Serenity, Keep It Simple, New Beginnings, Eye Opener, Happy Hour, Sunrise, Early Risers, One Day at a Time, Just for Today,
  Easy Does It, Hope, Courage to Change, First Things First, Let Go and Let God, Live and Let Live, Came to Believe, How It Works,
  As Bill Sees It, Daily Reflections, Back to Basics, Primary Purpose, There Is a Solution, Into Action, We Agnostics, Vision for You,
  Way of Life, Road to Recovery, Nooners, Lunch Bunch, Brown Bag, Rush Hour, Sundown, Candlelight, Midnight, Late Night, Attitude Adjustment,
  Attitude of Gratitude, Gratitude, Acceptance, Honesty, Open Mind, Willingness, Freedom, Fellowship, Unity, Three Legacies, Twelve and Twelve,
  Big Book, Step Sisters, Stepping Stones, Stepping Up, Joyful Steps, Clean and Serene, Never Alone, Lost and Found, Second Chance, Turning Point,
  Crossroads, Safe Harbor, Lighthouse, Anchor, Lifeline, Bridge to Life, Journey, Pathfinders, Trudgers, Happy Destiny, Happy Joyous and Free,
  Promises, Miracles, Spiritual Progress, Progress Not Perfection, Conscious Contact, Quiet Time, Meditation, Eleventh Step, Fourth Dimension,
  Rule 62, Tradition, Home Group, Front Porch, Back Porch, Kitchen Table, Coffee Pot, Breakfast Club, Sunday Brunch, Saturday Supper, Bonfire,
  Fresh Air, Trail Walkers, Mountain Air, High Desert, River Bend, Foothills, Lakeside, Valley, Prairie, Canyon, Pine Street, Main Street,
  Downtown, Uptown, Eastside, Westside, Northside, Southside, Old Town, Five Points, Union Station, Women in Hope, Women of Grace, Sisters in Sobriety,
  Men of Courage, Mens Stag, Brothers, Young People, Young and Restless, Golden Years, Rainbow, Lambda, Living Proof, Grupo Nueva Vida, Grupo Esperanza,
  Grupo Renacer, Un Día a la Vez, Amor y Servicio, Grupo Serenidad, Beginners, Newcomers, Ask It Basket, Hand in Hand, Circle of Friends, Open Door,
  Welcome Home, Common Solution, Common Bond, Good Orderly Direction, Nuts and Bolts, Basic Text, Free Spirits, No Matter What, Surrender to Win,
  Clean Slate, Off the Hook, Recovery on the Rocks, Dawn Patrol, Wake Up, Sober Sunrise, Morning Glory, Morning Reflections, Good Morning, High Noon,
  After Work, Dinner Table, Sundowners, Night Owls, Last Call, Detour, Yellow Brick Road, Firing Line, Square One, Ground Zero, Design for Living,
  Pause When Agitated, Restored to Sanity, Power Greater, Leap of Faith, Faith Without Works, Language of the Heart, Heart to Heart, Stories,
  Speaker, Birthday, Steps to Wisdom, Quiet the Mind, Serenity on the Hill, Faith Over Fear, Life's In Session, Terra Nova, Camel Club, Polar Bear`,
);

export const nameEndings: [string, number][] = [
  ['', 34],
  ['Group', 24],
  ['Meeting', 6],
  ['Big Book Study', 5],
  ['Step Study', 5],
  ['Discussion', 4],
  ['Book Study', 3],
  ['Women', 3],
  ['Men', 3],
  ['Speaker Meeting', 2],
  ['Newcomers', 2],
  ['Online', 3],
  ['Zoom', 2],
  ['12 and 12', 2],
  ['Literature', 1],
  ['Candlelight', 1],
];

export const partsOfDay = list('Morning,Noon,Afternoon,Evening,Night,Nooner,AM,PM,Early Bird,Late Night');

const saints = list(
  `St. Mark's, St. Paul's, St. Luke's, St. John's, St. Mary's, St. Andrew's, St. Thomas, St. Joseph, St. Peter's, St. Michael's, Holy Trinity, Grace, Good Shepherd,
  Our Savior's, Christ, First, Trinity, Calvary, Bethany, Bethel, Mount Olive, Faith, Zion, All Saints, Immanuel, Resurrection, Sacred Heart, Messiah, King of Glory`,
);
const denominations = list(
  'Lutheran Church,United Methodist Church,Episcopal Church,Presbyterian Church,Catholic Church,Baptist Church,Congregational Church,Church of Christ,Unitarian Church,Community Church,Anglican Church',
);
export const churches = saints.flatMap((saint) =>
  denominations.map((denomination) => `${saint} ${denomination}`),
);

export const halls = list(
  `Alano Club, Community Center, Senior Center, Public Library, Masonic Hall, Recovery Club, Serenity House, VFW Post, Grange Hall, Fellowship Hall, Medical Center,
  Town Hall, YMCA, Wellness Center, Counseling Center, Recreation Center, American Legion Post, Veterans Hall, Coffee House, Hospital, Annex, The Meeting Place`,
);

export const streets = list(
  `Main, Oak, Maple, Pine, Cedar, Elm, Washington, Lincoln, Jefferson, Franklin, Park, Lake, Hill, River, Church, Spring, Center, Union, Prospect, Highland, Broadway,
  Colfax, Speer, Federal, Sheridan, Wadsworth, Kipling, Alameda, Evans, Hampden, Yale, Arapahoe, Baseline, Canyon, Pearl, Walnut, Spruce, Mapleton, Iris, Valmont,
  College, Mulberry, Prospect Park, Harmony, Lemay, Timberline, Shields, Taft Hill, Nevada, Tejon, Cascade, Academy, Union Pacific, Circle, Platte, Boulder, Uintah,
  Fillmore, Garden of the Gods, Centennial, Mesa, Santa Fe, Northern, Abriendo, Prairie, Pueblo, Railroad, Depot, Mill, Mechanic, School, Academy Park, Old Mill,
  State, Temple, Redwood, Bangerter, Wasatch, Foothill, Canyon Rim, Central, Lomas, Menaul, Montgomery, Juan Tabo, Eubank, Rio Grande, Isleta, Coors, Paseo del Norte,
  Grand, Orchard, Patterson, Unaweep, Horizon, Ute, Aspen, Birch, Cherry, Dogwood, Juniper, Sycamore, Willow, Poplar, Chestnut, Linden, Hawthorne, Magnolia, Laurel`,
);
export const streetKinds: [string, number][] = [
  ['St', 40],
  ['Ave', 30],
  ['Rd', 10],
  ['Blvd', 8],
  ['Dr', 7],
  ['Way', 3],
  ['Ln', 2],
];

/** Starts by how often they come up: four evening hours hold half of all meetings. */
export const startTimes: [string, number][] = [
  ...weights(
    '19:00 150,20:00 100,12:00 95,19:30 95,10:00 70,18:30 40,18:00 40,17:30 35,07:00 30,09:00 30,11:00 20,10:30 20',
  ),
  ...weights(
    '20:30 18,21:00 16,13:00 14,08:00 14,06:30 12,17:00 12,09:30 12,12:15 9,12:01 8,07:30 8,16:00 6,22:00 5,06:00 5',
  ),
  ...weights(
    '19:15 4,08:30 4,11:30 4,14:00 4,15:00 3,18:15 3,12:30 3,05:30 3,10:15 2,19:45 2,23:00 2,16:30 2,06:45 1,17:15 1',
  ),
];

/** Codes of the Meeting Guide format, with some that only a feed of its own knows. */
export const types = weights(
  'O 330,C 200,X 110,D 80,ST 70,B 60,W 40,M 30,BE 30,LIT 25,SP 20,12x12 20,POA 15,MED 15,Y 14,LGBTQ 12,S 12,BT 12,DR 10,CF 8,TR 8,H 6,FF 6,BA 4,XB 4,ASL 2,POC 2,ZZ 2,NC 2',
);

function weights(text: string): [string, number][] {
  return text.split(',').map((entry) => {
    const [value = '', weight] = entry.split(' ');
    return [value, Number(weight)];
  });
}
