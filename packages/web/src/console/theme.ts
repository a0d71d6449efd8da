import { theme as kinds, type ThemeConfig } from "antd";

const FONT =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';

/** Ant Design in the colours of the token sheet: one calm red for what is asked first, greys for the rest. */
export const themeOf = (isDark: boolean): ThemeConfig => ({
  algorithm: isDark ? kinds.darkAlgorithm : kinds.defaultAlgorithm,
  token: {
    colorPrimary: "#c1352b",
    // The lighter reds that are derived for what is pointed at are too light for words, in either direction.
    colorPrimaryHover: "#a62b22",
    colorPrimaryActive: "#8a2119",
    colorLink: isDark ? "#f0958d" : "#a62b22",
    colorLinkHover: isDark ? "#f5b3ad" : "#c1352b",
    colorLinkActive: isDark ? "#f0958d" : "#8a2119",
    colorSuccess: isDark ? "#7fce94" : "#1e6b33",
    colorWarning: isDark ? "#f0b95c" : "#8a5300",
    colorInfo: isDark ? "#b8bec6" : "#4a5563",
    colorError: isDark ? "#f0958d" : "#a62b22",
    colorErrorActive: isDark ? "#d98f88" : "#8a2119",
    // Derived ones come out grey, since these colours are dark enough to be text.
    colorSuccessBg: isDark ? "#16281b" : "#eef7f0",
    colorSuccessBorder: isDark ? "#3d6b4a" : "#a9cfb4",
    colorWarningBg: isDark ? "#2e2413" : "#fff6e5",
    colorWarningBorder: isDark ? "#7a5a25" : "#e2c38d",
    colorInfoBg: isDark ? "#23272c" : "#f0f2f4",
    colorInfoBorder: isDark ? "#4c535c" : "#c5cbd3",
    colorErrorBg: isDark ? "#33201e" : "#fdf3f2",
    colorErrorBorder: isDark ? "#84463f" : "#e3b1ac",
    colorBgLayout: isDark ? "#141414" : "#f5f5f5",
    colorTextDescription: isDark ? "#b0b0b0" : "#595959",
    colorTextPlaceholder: isDark ? "#9a9a9a" : "#6b6b6b",
    colorTextDisabled: isDark ? "#9a9a9a" : "#6b6b6b",
    borderRadius: 8,
    fontSize: 14,
    fontFamily: FONT,
    motionDurationMid: "0.15s",
    motionDurationSlow: "0.18s",
    motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  },
  components: {
    Layout: { siderBg: isDark ? "#141414" : "#fff", headerBg: isDark ? "#1f1f1f" : "#fff" },
    // All places are to be seen at once on a screen of 800 px.
    Menu: {
      itemBg: "transparent",
      itemSelectedColor: isDark ? "#f0958d" : "#a62b22",
      itemHeight: 34,
      itemMarginBlock: 1,
      activeBarBorderWidth: 0,
    },
    Button: {
      dangerColor: isDark ? "#141414" : "#fff",
      defaultHoverColor: isDark ? "#f0958d" : "#a62b22",
      defaultActiveColor: isDark ? "#f0958d" : "#a62b22",
    },
    Descriptions: { labelColor: isDark ? "#b0b0b0" : "#595959" },
    Tabs: { itemSelectedColor: isDark ? "#f0958d" : "#a62b22" },
  },
});
