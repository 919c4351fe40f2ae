#define HOROCYCLE_KERNEL avx512
#define HOROCYCLE_VECTOR_BYTES 64
#include "core/neighbors/product_kernel.inl"
