/** The stage that puts the names beside the codes: regions, series, indicators and units as tables of the lake. */
package org.minsheng.dimension;
