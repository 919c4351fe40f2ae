#include "core/neighbors/product_kernel.h"

namespace horo {

namespace baseline {
template <class Number>
void multiply(const ProductTile<Number>&);
size_t keys(const KeyTile&);
float separation(const float*, const float*, size_t);
}  // namespace baseline
namespace avx2 {
template <class Number>
void multiply(const ProductTile<Number>&);
size_t keys(const KeyTile&);
float separation(const float*, const float*, size_t);
}  // namespace avx2
namespace avx512 {
template <class Number>
void multiply(const ProductTile<Number>&);
size_t keys(const KeyTile&);
float separation(const float*, const float*, size_t);
}  // namespace avx512

template <class Number>
ProductKernel<Number> productKernel(InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return {2 * 64 / sizeof(Number), avx512::multiply<Number>};
        case InstructionSet::Avx2:
            return {2 * 32 / sizeof(Number), avx2::multiply<Number>};
        case InstructionSet::Baseline:
            break;
    }
    return {2 * 16 / sizeof(Number), baseline::multiply<Number>};
}

template ProductKernel<float> productKernel<float>(InstructionSet);
template ProductKernel<double> productKernel<double>(InstructionSet);

KeyKernel keyKernel(InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return avx512::keys;
        case InstructionSet::Avx2:
            return avx2::keys;
        case InstructionSet::Baseline:
            break;
    }
    return baseline::keys;
}

SeparationKernel separationKernel(InstructionSet set) {
    switch (set) {
        case InstructionSet::Avx512:
            return avx512::separation;
        case InstructionSet::Avx2:
            return avx2::separation;
        case InstructionSet::Baseline:
            break;
    }
    return baseline::separation;
}

}  // namespace horo
