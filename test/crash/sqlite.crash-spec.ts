import { killsOf, provesNothingLost } from './kills.js';

provesNothingLost('sqlite', [3110], killsOf(12));
provesNothingLost('sqlite', [3111, 3112], killsOf(4));
