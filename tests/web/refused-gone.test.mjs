// What a browser has not costs that, and no answer.

import { refuseEach } from './refusals.mjs';
import { setUp } from './setup.mjs';

setUp();
refuseEach('gone');
