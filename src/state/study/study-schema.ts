/** The form of a study and its answers, in a file and in the database. Keys that it does not know are left out. */
import * as v from 'valibot';
import { type Annotator, type Answer, AXES, type Study, VERDICTS } from '../../core/study/study.js';

const INDEX = v.pipe(v.number(), v.integer(), v.minValue(0));
const TIME = v.pipe(v.string(), v.isoTimestamp());
const NAME = v.pipe(v.string(), v.trim(), v.nonEmpty());
const TEXT = v.pipe(v.string(), v.nonEmpty());

export const STUDY: v.GenericSchema<unknown, Study> = v.object({
  id: TEXT,
  name: NAME,
  createdAt: TIME,
  seed: TEXT,
  systems: v.tuple([NAME, NAME]),
  items: v.pipe(
    v.array(v.object({ id: TEXT, source: v.string(), summaries: v.tuple([v.string(), v.string()]) })),
    v.minLength(1),
  ),
  same: v.array(v.string()),
});

export const ANNOTATOR: v.GenericSchema<unknown, Annotator> = v.object({
  id: TEXT,
  name: NAME,
  createdAt: TIME,
  finishedAt: v.nullable(TIME),
  sawResults: v.boolean(),
});

const VERDICT = v.optional(v.picklist(VERDICTS));

export const ANSWER: v.GenericSchema<unknown, Answer> = v.object({
  item: INDEX,
  verdicts: v.object(v.entriesFromList(AXES, VERDICT)),
  note: v.string(),
  skipped: v.boolean(),
  changedAt: TIME,
});
