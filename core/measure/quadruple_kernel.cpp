#include "core/measure/quadruple_kernel.h"

namespace horo {

namespace baseline {
QuadrupleSums quadruples(const QuadrupleTile&);
}
namespace avx2 {
QuadrupleSums quadruples(const QuadrupleTile&);
}
namespace avx512 {
QuadrupleSums quadruples(const QuadrupleTile&);
}

QuadrupleKernel quadrupleKernel(InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return avx512::quadruples;
        case InstructionSet::Avx2:
            return avx2::quadruples;
        case InstructionSet::Baseline:
            break;
    }
    return baseline::quadruples;
}

}  // namespace horo
