#define HOROCYCLE_KERNEL avx2
#define HOROCYCLE_VECTOR_BYTES 32
#include "core/measure/quadruple_kernel.inl"
