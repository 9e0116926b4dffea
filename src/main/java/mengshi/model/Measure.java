package mengshi.model;

/** Which figure of an indicator a cell holds. The names are part of the contract. */
public enum Measure {
    /** The month alone. */
    MONTH,
    /** Cumulative from January to the period's end. */
    YTD,
    /** The same period of last year, cumulative, as published. */
    YTD_LY,
    /** The same period of last year, cumulative, on this year's basis (同口径). */
    YTD_LY_COMP,
    /** Growth of the month on the same month of last year, in percent. */
    YOY_MONTH,
    /** Growth of the cumulative figure on the same period of last year, in percent. */
    YOY_YTD,
    /** Growth on the preceding month, in percent. */
    MOM,
    /** The quarter alone. */
    QUARTER,
    /** The whole year. */
    YEAR,
    /** A stock at the period's end. */
    END,
    /** A stage in coded text: 开工, 在建, 完工, 验收. */
    STAGE
}
