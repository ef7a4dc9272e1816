#include "letters.h"

#pragma clang diagnostic ignored "-Wgnu-designator"

#define SAME4(c) [c] = c, [c + 1] = c + 1, [c + 2] = c + 2, [c + 3] = c + 3
#define SMALL(c) [c] = c | 0x20

const uint8_t letter_ascii_codes[256] = {
    SAME4('0'), SAME4('4'), ['8'] = '8', ['9'] = '9',
    SAME4('a'), SAME4('e'), SAME4('i'), SAME4('m'), SAME4('q'), SAME4('u'), ['y'] = 'y', ['z'] = 'z',
    SMALL('A'), SMALL('B'), SMALL('C'), SMALL('D'), SMALL('E'), SMALL('F'), SMALL('G'), SMALL('H'),
    SMALL('I'), SMALL('J'), SMALL('K'), SMALL('L'), SMALL('M'), SMALL('N'), SMALL('O'), SMALL('P'),
    SMALL('Q'), SMALL('R'), SMALL('S'), SMALL('T'), SMALL('U'), SMALL('V'), SMALL('W'), SMALL('X'),
    SMALL('Y'), SMALL('Z'),
};

// By the last two hexadecimal digits of the code point.
const uint8_t letter_arabic_codes[256] = {
    // Koranic signs, the Arabic letter mark, tatweel, tashkeel, superscript alef, annotation signs.
    [0x10 ... 0x1A] = letter_ignorable, [0x1C] = letter_ignorable, [0x40] = letter_ignorable,
    [0x4B ... 0x5F] = letter_ignorable, [0x70] = letter_ignorable, [0xD6 ... 0xDC] = letter_ignorable,
    [0xDF ... 0xE4] = letter_ignorable, [0xE7 ... 0xE8] = letter_ignorable,
    [0xEA ... 0xED] = letter_ignorable,

    [0x21] = letter_hamza,
    // آ أ إ ا ٱ and wavy hamza forms
    [0x22] = letter_alef, [0x23] = letter_alef, [0x25] = letter_alef, [0x27] = letter_alef,
    [0x71 ... 0x73] = letter_alef,
    [0x24] = letter_waw_hamza, [0x26] = letter_yeh_hamza,
    [0x28] = letter_beh, [0x2A] = letter_teh, [0x2B] = letter_theh, [0x2C] = letter_jeem,
    [0x2D] = letter_hah, [0x2E] = letter_khah, [0x2F] = letter_dal, [0x30] = letter_thal,
    [0x31] = letter_reh, [0x32] = letter_zain, [0x33] = letter_seen, [0x34] = letter_sheen,
    [0x35] = letter_sad, [0x36] = letter_dad, [0x37] = letter_tah, [0x38] = letter_zah,
    [0x39] = letter_ain, [0x3A] = letter_ghain, [0x41] = letter_feh, [0x42] = letter_qaf,
    // ك ک ڪ
    [0x43] = letter_kaf, [0xA9] = letter_kaf, [0xAA] = letter_kaf,
    [0x44] = letter_lam, [0x45] = letter_meem, [0x46] = letter_noon,
    // ة ه ھ ۀ ہ ۂ ۃ ە
    [0x29] = letter_heh, [0x47] = letter_heh, [0xBE] = letter_heh, [0xC0 ... 0xC3] = letter_heh,
    [0xD5] = letter_heh,
    [0x48] = letter_waw,
    // ى ي ی ۍ ې ے
    [0x49] = letter_yeh, [0x4A] = letter_yeh, [0xCC] = letter_yeh, [0xCD] = letter_yeh,
    [0xD0] = letter_yeh, [0xD2] = letter_yeh,
    [0x7E] = letter_peh, [0x86] = letter_tcheh, [0x98] = letter_jeh, [0xAF] = letter_gaf,
    [0xA4] = letter_veh, [0xA8] = letter_qaf_maghrebi,

    // Digits of the Arab world and of Persian and Urdu.
    [0x60] = '0', [0x61] = '1', [0x62] = '2', [0x63] = '3', [0x64] = '4',
    [0x65] = '5', [0x66] = '6', [0x67] = '7', [0x68] = '8', [0x69] = '9',
    [0xF0] = '0', [0xF1] = '1', [0xF2] = '2', [0xF3] = '3', [0xF4] = '4',
    [0xF5] = '5', [0xF6] = '6', [0xF7] = '7', [0xF8] = '8', [0xF9] = '9',

    // All other letters: Kashmiri, Sindhi, Uyghur and so on.
    [0x20] = letter_raw, [0x3B ... 0x3F] = letter_raw, [0x6E ... 0x6F] = letter_raw,
    [0x74 ... 0x7D] = letter_raw, [0x7F ... 0x85] = letter_raw, [0x87 ... 0x97] = letter_raw,
    [0x99 ... 0xA3] = letter_raw, [0xA5 ... 0xA7] = letter_raw, [0xAB ... 0xAE] = letter_raw,
    [0xB0 ... 0xBD] = letter_raw, [0xBF] = letter_raw, [0xC4 ... 0xCB] = letter_raw,
    [0xCE ... 0xCF] = letter_raw, [0xD1] = letter_raw, [0xD3] = letter_raw, [0xE5 ... 0xE6] = letter_raw,
    [0xEE ... 0xEF] = letter_raw, [0xFA ... 0xFC] = letter_raw, [0xFF] = letter_raw,
};
