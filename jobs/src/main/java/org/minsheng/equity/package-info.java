/** Table progress to the tables equity, convergence, contribution and score: whether services become equal wherever one lives. */
package org.minsheng.equity;
