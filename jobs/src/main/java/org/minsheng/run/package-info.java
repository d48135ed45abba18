/** The nightly run: the only place that builds a Spark session and writes to lake and workbooks. */
package org.minsheng.run;
