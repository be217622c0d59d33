import { describeJourneys } from './journeys.js';
import { openWebKit } from './webkit.js';

describeJourneys('WebKitGTK', openWebKit);
