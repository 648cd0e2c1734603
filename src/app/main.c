#include <stdio.h>

int main(void)
{
    puts("duban");
    return 0;
}
