// Sizes on the 8 pixel grid, in device independent pixels.
#pragma once

namespace horo::views::metrics {

inline constexpr int grid = 8;

inline constexpr int topBarHeight = 40;
inline constexpr int headerHeight = 32;  ///< view header and panel title
inline constexpr int rowHeight = 24;
inline constexpr int thumbnailRowHeight = 32;
inline constexpr int fieldHeight = 26;
inline constexpr int buttonHeight = 28;
inline constexpr int jobsHeight = 40;
inline constexpr int statusHeight = 24;

inline constexpr int leftDockWidth = 232;
inline constexpr int rightDockWidth = 304;
inline constexpr int leftDockMinimum = 200;
inline constexpr int rightDockMinimum = 264;

inline constexpr int panelPadding = 12;
inline constexpr int headerPadding = 10;
inline constexpr int controlGap = 8;
inline constexpr int formLabelWidth = 104;

inline constexpr int iconSize = 16;
inline constexpr int smallIconSize = 14;  ///< headers and trees
inline constexpr int chevronSize = 12;
inline constexpr int hitSize = 24;  ///< the least area of a button

inline constexpr int chunkRadius = 3;  ///< thumbnails too
inline constexpr int fieldRadius = 5;
inline constexpr int buttonRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int dropRadius = 10;

}  // namespace horo::views::metrics
