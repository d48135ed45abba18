package org.minsheng.equity;

import java.io.Serializable;

/**
 * Counties that are compared with each other.
 *
 * @param refArea code of the province or prefecture that they are in
 * @param peerGroup the group that they form, or all
 * @param members their numbers, in order
 * @param groupOf the number of the part of the region that each is in, by the county's number; null where the region has no
 *     parts but its counties
 * @param isProvince whether the region is the whole, and they are all of its counties
 */
record Scope(String refArea, String peerGroup, int[] members, int[] groupOf, boolean isProvince)
        implements Serializable {}
