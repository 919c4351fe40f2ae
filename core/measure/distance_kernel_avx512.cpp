#define HOROCYCLE_KERNEL avx512
#include "core/measure/distance_kernel.inl"
