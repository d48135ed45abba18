package org.minsheng.parse;

import java.util.regex.Pattern;

/** Words by which tables name their parts, for a first guess at what these are. They are held against normal texts. */
final class DraftWords {
    /** A row for all regions of the table. */
    static final Pattern TOTAL = Pattern.compile("[合总共]计|全[省市州县区](合计|总计)?|(?i:total)");
    /** A row for all regions of a division above. */
    static final Pattern SUBTOTAL = Pattern.compile("小计|[市州]计");
    /** A row for the districts of a division above. */
    static final Pattern DISTRICTS = Pattern.compile("市(辖)?区(小计|合计)?|城区");
    /** A column that numbers the rows. */
    static final Pattern NUMBERING = Pattern.compile("序号|编号|行次|(?i:no[.]?)");
    /** A column of remarks. */
    static final Pattern COMMENT = Pattern.compile("备注|说明|附注|备考|(?i:remarks?|notes?)");
    /** What stands above a table beside its title: who, when, in which unit. */
    static final Pattern AROUND = Pattern.compile(
            ".{0,12}?(单位|日期|时间|表号|机关|文号|有效期至?|编号|制表人?|填报人?|负责人|联系人|电话" + "|审核人?|来源|口径|(?i:unit|date|source)):.*");
    /** When it was filled in, which is not the time that it is about. */
    static final Pattern FILLED_IN = Pattern.compile(".*(日期|时间|有效期至?|文号|(?i:date)).*");
    /** The unit of all figures; 填报单位 is an office. */
    static final String UNIT = ".*(?<!填报|报送|编制|制表|主管|责任|汇总)单位[:：]\\s*(?<unit>[^\\s()（）]+).*";
    /** The office that filled it in. */
    static final Pattern OFFICE = Pattern.compile("(填报|报送|编制|制表)(单位|机关|部门):(?<office>[^:]+?)(单位:.*)?");
    /** The first texts of rows below the figures. */
    static final String[] BELOW = {
        "注.*", "资料来源.*", "数据来源.*", "填报.*", "填表.*", "制表.*", "审核.*", "说明.*", "备注.*", "单位负责人.*", "联系.*"
    };

    private DraftWords() {}
}
