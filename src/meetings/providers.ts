/** Video services a meeting link may open, by host: the list shared by the field's finders. */
const providers: Record<string, string> = {
  'bluejeans.com': 'BlueJeans',
  'discord.gg': 'Discord',
  'freeconference.com': 'FreeConference',
  'freeconferencecall.com': 'Free Conference Call',
  'goto.com': 'GoTo Meeting',
  'gotomeet.me': 'GoTo Meeting',
  'gotomeeting.com': 'GoTo Meeting',
  'horizon.meta.com': 'Horizon',
  'maps.secondlife.com': 'Second Life',
  'meet.google.com': 'Google Meet',
  'meet.jit.si': 'Jitsi',
  'meetings.dialpad.com': 'Dialpad',
  'signal.group': 'Signal',
  'skype.com': 'Skype',
  'slurl.com': 'Second Life',
  'teams.live.com': 'Microsoft Teams',
  'teams.microsoft.com': 'Microsoft Teams',
  'vrchat.com': 'VRChat',
  'webex.com': 'Webex',
  'zoho.com': 'Zoho',
  'zoom.us': 'Zoom',
};

/**
 * The service a link opens, or null. The host must be one of the list or a subdomain of it:
 * `us02web.zoom.us` is Zoom, `notzoom.us` is not; only http(s) counts, whatever the host says.
 */
export function conferenceProvider(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const labels = url.hostname.toLowerCase().replace(/\.$/, '').split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const name = providers[labels.slice(from).join('.')];
    if (name !== undefined) return name;
  }
  return null;
}
