import { killsOf, provesNothingLost } from './kills.js';

provesNothingLost('postgres', [3113], killsOf(10));
provesNothingLost('postgres', [3114, 3115], killsOf(4));
