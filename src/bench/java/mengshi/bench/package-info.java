/**
 * How fast mengshi is, told as ratios to named peers on the same files, the same server and in the same rounds.
 *
 * <p>The way of a measurement: {@link mengshi.bench.Workload} writes workbooks, {@link mengshi.bench.Contender}
 * loads them as a process of its own, {@link mengshi.bench.Meter} counts the processor time of that process and of
 * the server, {@link mengshi.bench.Truth} proves that all loaded the same rows, {@link mengshi.bench.Tally} gives
 * medians and ratios.
 */
package mengshi.bench;
