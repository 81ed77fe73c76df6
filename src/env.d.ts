import type { NetlifyLocals } from '@astrojs/netlify';

declare global {
  namespace App {
    interface Locals extends NetlifyLocals {}
  }
}
