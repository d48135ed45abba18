/** The scorecard: how far each region has come over all targets, and how sure its rank is. */
package org.minsheng.equity.score;
