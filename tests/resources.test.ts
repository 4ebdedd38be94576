import { resources } from '../src/resources.ts';
import { describeResource } from './support/resource-suite.ts';

for (const resource of resources) describeResource(resource);
