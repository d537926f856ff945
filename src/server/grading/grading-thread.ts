import { Worker } from 'node:worker_threads';
import type { Grade } from '#core/grading/grade.ts';
import type { ModelGrade } from '#core/threat-model/grading/model-grade.ts';
import { GradingError, type Reader } from '../practice/reader.ts';
import type { ModelReader } from '../scenarios/model-reader.ts';
import type { GradingReply, GradingRequest, GradingSetup, Meaning } from './protocol.ts';

type Options = {
  readonly setup: GradingSetup;
  /** Takes note of a thread that died. */
  readonly report: (error: unknown) => void;
  /** Milliseconds that one grading may take, the start of the thread included. */
  readonly limit?: number;
  readonly entry?: URL;
};

const defaultEntry = new URL('./grading-worker.ts', import.meta.url);
/** The longest answer takes about a second on a slow machine. */
const defaultLimit = 60_000;
/** How often a grading is tried when the thread dies under it. */
const tries = 2;

/**
 * Grades in a thread of its own, one answer after the other, so that the server answers meanwhile. The thread is
 * started when first needed and again after it died. Rejects with a `GradingError` when a grading takes too
 * long or kills the thread each time.
 */
export class GradingThread implements Pick<Reader, 'grade' | 'gradeAgainstReference'>, ModelReader {
  readonly #options: Required<Options>;
  #worker: Worker | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: Options) {
    this.#options = { limit: defaultLimit, entry: defaultEntry, ...options };
  }

  grade: Reader['grade'] = ({ question, answer }) =>
    this.#inTurn<Grade>({ kind: 'rubric', question: JSON.stringify(question), answer });

  gradeAgainstReference = (input: Parameters<Reader['gradeAgainstReference']>[0]): Promise<Grade> =>
    this.#inTurn({ kind: 'reference', input });

  gradeModel: ModelReader['gradeModel'] = ({ scenario, ...graded }) =>
    this.#inTurn<ModelGrade>({ kind: 'model', scenario: JSON.stringify(scenario), graded });

  meaningOf: ModelReader['meaningOf'] = ({ scenario, model }) =>
    this.#inTurn<Meaning>({ kind: 'meaning', scenario: JSON.stringify(scenario), model });

  /** Starts the thread, so that the first grading need not wait for it. */
  warm(): void {
    if (!this.#closed) this.#running();
  }

  /** Ends the thread; a grading under way is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  /** The thread answers a request with what its kind promises. */
  #inTurn<Answer>(request: GradingRequest): Promise<Answer> {
    const graded = this.#turn.then(() => this.#tryToGrade(request));
    this.#turn = graded.catch(() => {});
    return graded as Promise<Answer>;
  }

  async #tryToGrade(request: GradingRequest): Promise<unknown> {
    for (let turn = 0; turn < tries && !this.#closed; turn += 1) {
      const worker = this.#running();
      const outcome = await exchange(worker, request, this.#options.limit);
      if (outcome.kind === 'graded') return outcome.grade;
      if (outcome.kind === 'failed') throw outcome.error;
      if (outcome.kind === 'too-long') {
        await worker.terminate();
        throw new GradingError('too-long', 'Grading this answer took too long and was stopped.');
      }
    }
    throw new GradingError('stopped', 'The grader stopped before it was done with this answer.');
  }

  #running(): Worker {
    this.#worker ??= this.#start();
    return this.#worker;
  }

  #start(): Worker {
    const worker = new Worker(this.#options.entry, { workerData: this.#options.setup });
    // An idle thread must not keep the program from ending.
    worker.unref();
    worker.on('error', this.#options.report);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return worker;
  }
}

type Outcome = GradingReply | { readonly kind: 'died' } | { readonly kind: 'too-long' };

function exchange(worker: Worker, request: GradingRequest, limit: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const died = (): void => end({ kind: 'died' });
    const timer = setTimeout(() => end({ kind: 'too-long' }), limit);
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.off('message', end).off('exit', died);
      resolve(outcome);
    };
    worker.once('message', end).once('exit', died);
    worker.postMessage(request);
  });
}
