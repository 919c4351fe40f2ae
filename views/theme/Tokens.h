// The names of everything a theme decides.
#pragma once

namespace horo::views {

/// Colours by their use, never by their look.
enum class Token {
    Win,         ///< top bar, status bar
    Panel,       ///< docks, view headers, start page
    Canvas,      ///< inside of views, tables
    Field,       ///< inputs
    Raise,       ///< cards, menus, popups
    Sunk,        ///< tracks, segmented control, tags
    Line,        ///< separators
    Line2,       ///< borders of controls, axis lines
    Grid,        ///< chart grid, rings of the disk
    T1,          ///< main text
    T2,          ///< secondary text, icons at rest
    T3,          ///< meta text and ticks
    T4,          ///< disabled text, leaders
    Accent,      ///< primary button, focus, links on, progress, ruler, hover ring
    OnAccent,    ///< text on the accent
    AccentSoft,  ///< selected row, toggled tool, notices
    AccentLine,  ///< border of what stands on AccentSoft
    Hover,       ///< hovered row or button
    Ink,         ///< outline of selected marks
    Halo,        ///< behind labels in scenes
    Edge,        ///< first two levels of edges
    Ok,
    Warn,
    Error,
    OkSoft,
    WarnSoft,
    ErrorSoft,
    PairA,  ///< the first of two compared things
    PairB,
    PairBoth,
    PairNeither,
    Shadow,  ///< under popups and hover cards
    Count
};

/// Fonts by what they say.
enum class FontRole {
    Base,     ///< 12/16
    Meta,     ///< 11/16: table heads, card details
    Tick,     ///< 10/12: ticks, labels of thumbnails
    Title,    ///< 12/16 semibold: panels and views
    Name,     ///< 15/20 semibold: the name in the inspector
    Display,  ///< 24/30: the start page only
    Mono,     ///< 12/16: text that is data, expressions, commands
    Caption,  ///< 12/16 italic, in captions only
};

}  // namespace horo::views
