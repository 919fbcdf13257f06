// Puts the package, as npm would publish and install it, beside the packages that the apps are built with.

import { installPackage } from './tools.mjs';

await installPackage();
