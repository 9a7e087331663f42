import { tellPublishing } from './publishingStory.ts';

tellPublishing('the embedded store', {});
