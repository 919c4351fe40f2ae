#include "core/embedding/pair_kernel.h"

namespace horo {

namespace baseline {
template <class T>
PairKernel<T> stepKernel(StepGeometry geometry);
}
namespace avx2 {
template <class T>
PairKernel<T> stepKernel(StepGeometry geometry);
}
namespace avx512 {
template <class T>
PairKernel<T> stepKernel(StepGeometry geometry);
}

template <class T>
PairKernel<T> pairKernel(StepGeometry geometry, InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return avx512::stepKernel<T>(geometry);
        case InstructionSet::Avx2:
            return avx2::stepKernel<T>(geometry);
        case InstructionSet::Baseline:
            break;
    }
    return baseline::stepKernel<T>(geometry);
}

template HOROCYCLE_EXPORT PairKernel<float> pairKernel<float>(StepGeometry, InstructionSet);
template HOROCYCLE_EXPORT PairKernel<double> pairKernel<double>(StepGeometry, InstructionSet);

}  // namespace horo
