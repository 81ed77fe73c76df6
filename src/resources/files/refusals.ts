/** Why a file is not taken. Each has a sentence of its own, which says what to do. */

export type FileRefusal =
  | 'missing'
  | 'empty'
  | 'too-large'
  | 'svg'
  | 'web-page'
  | 'program'
  | 'zip'
  | 'old-word'
  | 'heic'
  | 'moving'
  | 'other'
  | 'broken'
  | 'image-too-wide'
  | 'image-too-large'
  | 'word-macros'
  | 'word-inside'
  | 'word-fetches'
  | 'bomb'
  | 'pdf-locked'
  | 'pdf-acts'
  | 'pdf-inside';

const take = 'PDF, Word (.docx), JPG, PNG or WebP';

export const refusalInWords: Record<FileRefusal, string> = {
  missing: 'Choose a file',
  empty: 'This file is empty. Open it on your device to see whether it is the right one',
  'too-large': 'This file is larger than 4 MB. Make it smaller, or put a link in the text instead',
  svg: 'This is an SVG drawing, and a drawing of this kind can carry a program. Save it as PNG and add that',
  'web-page': 'This is a web page. Save it as PDF and add that, or put a link in the text',
  program: 'This is a program. Only documents and pictures can be added',
  zip: 'This is a folder of files in one (a ZIP) and no Word document. Add its files one by one',
  'old-word':
    'This is an older Office file, or one locked by a password. Open it in Word and save it as .docx without a password, or as PDF',
  heic: 'This photo is in Apple’s own format (HEIC). Save or share it as JPG and add that',
  moving: 'This picture moves. Moving pictures trouble some readers: add a still one, as JPG or PNG',
  other: `A file of this kind cannot be added. Save it as ${take}`,
  broken: 'This file is damaged, or is not what it says it is. Open it on your device and save it once more',
  'image-too-wide': 'This picture has more than 50 million pixels. Save it smaller and add that',
  'image-too-large': 'This picture is too large as PNG. Save it as JPG and add that',
  'word-macros': 'This Word document carries a program (macros). Save it as .docx without macros, or as PDF',
  'word-inside': 'This Word document has other files inside it. Save it as PDF and add that',
  'word-fetches':
    'This Word document fetches something from elsewhere when it is opened. Save it as PDF and add that',
  bomb: 'This file would unpack to far more than it should hold. Save it as PDF and add that',
  'pdf-locked': 'This PDF is locked by a password or by limits on its use. Save it without them',
  'pdf-acts':
    'This PDF carries a program or does something when it is opened. Print it to a new PDF and add that',
  'pdf-inside': 'This PDF has other files inside it. Print it to a new PDF and add that',
};
