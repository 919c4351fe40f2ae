// Colours for numbers.
#pragma once

#include <span>

#include "core/colour/oklch.h"

namespace horo {

/// Maps whose lightness rises evenly; both can be read by colour-blind people.
enum class ColourMap {
    Viridis,  ///< van der Walt and Smith 2015
    Cividis,  ///< Nunez, Anderton and Renslow 2018
};

/// 256 colours, lowest value first.
HOROCYCLE_EXPORT std::span<const Rgb> colours(ColourMap map);

/// The colour at a share 0 to 1 of the range; beyond it the end's. NaN is mid grey.
HOROCYCLE_EXPORT Rgb mapped(ColourMap map, double share);

/// Signed numbers: -1 is `negative`, 0 the canvas, 1 `positive`; straight through OKLab. NaN is mid grey.
HOROCYCLE_EXPORT Rgb diverging(double value, Rgb negative, Rgb canvas, Rgb positive);

/// Counts and scores in tints of one hue: share 0 is close to white (or black), 1 the strongest.
HOROCYCLE_EXPORT Rgb tint(double share, double hue, bool dark);

}  // namespace horo
