/**
 * Does somebody give orders to whatever sums up? Such a post is not shown to a model at all, nor may a sentence rest on it. A guess by
 * its words; the check of support (support.ts) stands behind it.
 */
export const addressesMachine = (text: string): boolean => ORDERS.some((order) => order.test(text.normalize('NFKC')));

const EARLIER = '(?:previous|prior|earlier|preceding|foregoing|system|your|these|those)';
const ORDERS = [
  new RegExp(
    `\\b(?:ignore|disregard|forget|override|bypass)\\b[^.!?\\n]{0,30}\\b(?:above|${EARLIER} (?:instructions?|prompts?|rules|messages?|orders)|instructions)\\b`,
    'iu',
  ),
  /\b(?:ignoriere?n?|vergiss|missachte)(?!\p{L})[^.!?\n]{0,40}(?:oben|obige|vorherige|bisherige|anweisung|instruktion|regeln)/iu,
  /\b(?:ignora|ignore|olvida|omite)(?!\p{L})[^.!?\n]{0,40}(?:anterior|instrucci|lo de arriba|reglas|indicaciones)/iu,
  /\b(?:ignorez?|oubliez?)(?!\p{L})[^.!?\n]{0,40}(?:ci-dessus|précédent|instruction|consigne|règles)/iu,
  /\b(?:system|developer) (?:prompt|message)\b|^\s*(?:system|assistant|developer)\s*:|<\|?\/?(?:system|assistant|im_start|im_end|inst)\b|\[\/?INST\]/imu,
  /\byou are (?:now )?(?:an? )?(?:ai|assistant|language model|llm|chatbot|summari[sz]er)\b/iu,
  /\b(?:as|to|for|dear|hey|attention) (?:an? |the |any |all )?(?:ai|assistants?|language models?|llms?|chatbots?|summari[sz]ers?)\b/iu,
  /\b(?:in|into|to) (?:your|the) (?:summary|output|answer|response)\b[^.!?\n]{0,40}\b(?:write|say|include|add|put|state|output)\b/iu,
  /\b(?:write|say|include|add|put|state|output|print|reply|respond|answer|summari[sz]e)\b[^.!?\n]{0,60}\b(?:in|into|as|to) (?:your|the) (?:summary|output|answer|response)\b/iu,
  /\b(?:write|say|output|print|reply|respond|answer)\b (?:only|exactly|nothing but|with|the following|instead)\b[^.!?\n]{0,10}[:"'“‘]/iu,
];
