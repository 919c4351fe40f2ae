#include "core/measure/distance_kernel.h"

namespace horo {

namespace baseline {
void measureStrip(const DistanceStrip&);
}
namespace avx2 {
void measureStrip(const DistanceStrip&);
}
namespace avx512 {
void measureStrip(const DistanceStrip&);
}

DistanceKernel distanceKernel(InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return avx512::measureStrip;
        case InstructionSet::Avx2:
            return avx2::measureStrip;
        case InstructionSet::Baseline:
            break;
    }
    return baseline::measureStrip;
}

}  // namespace horo
