/** What the catalogue and the divisions say, as small tables that Spark sends to every executor: no Spark job per indicator. */
package org.minsheng.progress.lookup;
