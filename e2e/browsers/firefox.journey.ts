import { openFirefox } from './firefox.js';
import { describeJourneys } from './journeys.js';

describeJourneys('Firefox', openFirefox);
