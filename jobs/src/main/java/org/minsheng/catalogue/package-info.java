/** What was promised: policy, fields, measures, series, indicators and targets, read from YAML. */
package org.minsheng.catalogue;
