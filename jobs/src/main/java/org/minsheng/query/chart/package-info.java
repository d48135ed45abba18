/** Small charts of the rows of a query, as SVG: the same rows give the same text, and no font or library has to be there. */
package org.minsheng.query.chart;
