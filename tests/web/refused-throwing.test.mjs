// What a browser refuses costs that, and no answer.

import { refuseEach } from './refusals.mjs';
import { setUp } from './setup.mjs';

setUp();
refuseEach('throwing');
