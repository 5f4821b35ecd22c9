import Paihao.Kit

// As small as the panels beside the windows want it.
NamedField {
    isSmall: true
}
