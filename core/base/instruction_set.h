// Which vector instructions this processor has. Hot kernels are compiled once for each set, in files whose
// names end in _baseline, _avx2 and _avx512, and chosen at run time.
#pragma once

#include "core/base/export.h"

namespace horo {

enum class InstructionSet {
    Baseline,  ///< what every x86-64 processor has (or the compiler's default elsewhere)
    Avx2,      ///< AVX2 with fused multiply-add
    Avx512,    ///< AVX-512 F, BW, DQ and VL
};

/// The best set of this processor.
HOROCYCLE_EXPORT InstructionSet bestInstructionSet();

}  // namespace horo
