#include "core/measure/count_kernel.h"

namespace horo {

namespace baseline {
size_t countTile(const CountTile&);
}
namespace avx2 {
size_t countTile(const CountTile&);
}
namespace avx512 {
size_t countTile(const CountTile&);
}

CountKernel countKernel(InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return avx512::countTile;
        case InstructionSet::Avx2:
            return avx2::countTile;
        case InstructionSet::Baseline:
            break;
    }
    return baseline::countTile;
}

}  // namespace horo
