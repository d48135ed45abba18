/** Tables as SDMX, for statistical systems: the figures as SDMX-CSV, and what they mean as an SDMX-ML structure message. */
package org.minsheng.query.sdmx;
