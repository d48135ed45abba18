/** A workbook as data, and the writer that makes .xlsx of it: all that knows POI's ways stands here. */
package org.minsheng.report.book;
