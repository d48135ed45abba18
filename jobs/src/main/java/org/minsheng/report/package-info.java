/** From the lake's tables to workbooks: a workbook is data first, and POI last. */
package org.minsheng.report;
