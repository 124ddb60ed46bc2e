/** Closes what a run without workers has open; workers close their own when they end. */
export default () => globalThis[Symbol.for('visitor-opt-in harness')]?.close()
